/// The ONNX writer and its proof in ONNX Runtime.
///
/// The format needs a dozen messages of Protocol Buffers, each written once and never read, so [Proto] writes the wire
/// format itself: about 80 lines against protobuf-java (1.9 MB, whose major version every other library on the class
/// path would have to share), a code generator in the build and 126 generated classes. That the bytes are right is
/// checked by ONNX Runtime at every export.
///
/// Imports what [org.lamina.export] may, and ONNX Runtime. Runs on the caller's thread, never on the FX thread.
@NullMarked
package org.lamina.export.onnx;

import org.jspecify.annotations.NullMarked;
