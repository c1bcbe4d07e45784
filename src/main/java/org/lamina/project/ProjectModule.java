package org.lamina.project;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/// Lets a [Project] travel inside other Jackson values, JSON or CBOR, as the tree of its file.
public final class ProjectModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    public ProjectModule() {
        super("lamina-project");
        addSerializer(new Writer());
        addDeserializer(Project.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Project> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Project.class);
        }

        @Override
        public void serialize(Project project, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeTree(ProjectWriter.tree(project));
        }
    }

    private static final class Reader extends StdDeserializer<Project> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(Project.class);
        }

        @Override
        public Project deserialize(JsonParser from, DeserializationContext context) throws IOException {
            try {
                return ProjectReader.read(context.readTree(from), Migrations.ALL).project();
            } catch (ProjectException e) {
                throw JsonMappingException.from(from, e.getMessage(), e);
            }
        }
    }
}
