package org.lamina.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// What went wrong with a file, in words for people.
public final class Trouble {

    private Trouble() {}

    /// The file, where the exception names one, and what went wrong.
    public static String words(IOException e) {
        return e instanceof FileSystemException f && f.getFile() != null ? f.getFile() + ": " + reason(f) : reason(e);
    }

    /// Java's file exceptions carry the path as their whole message, so that the class has to say what happened.
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "a file is where a folder is needed";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemException f when f.getReason() != null -> plain(f.getReason());
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : plain(e.getMessage());
        };
    }

    private static String plain(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") ? "the disk is full"
                : text.contains("not a directory") ? "a file is where a folder is needed"
                        : text.contains("read-only file system") ? "the disk is write-protected" : reason;
    }
}
