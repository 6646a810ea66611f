package io.sylion.platform.ai.adapter.vertex;

import com.google.genai.types.Schema;
import com.google.genai.types.Type;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of an answer, in Vertex AI's words. */
final class VertexSchema {
    private VertexSchema() {}

    static Schema of(JsonSchemaElement element) {
        Schema.Builder schema = Schema.builder();
        if (element.description() != null) {
            schema.description(element.description());
        }
        switch (element) {
            case JsonObjectSchema object -> object(object, schema);
            case JsonArraySchema array -> schema.type(Type.Known.ARRAY).items(of(array.items()));
            case JsonEnumSchema values -> schema.type(Type.Known.STRING).enum_(values.enumValues());
            case JsonStringSchema text -> schema.type(Type.Known.STRING);
            case JsonIntegerSchema number -> schema.type(Type.Known.INTEGER);
            case JsonNumberSchema number -> schema.type(Type.Known.NUMBER);
            case JsonBooleanSchema truth -> schema.type(Type.Known.BOOLEAN);
            default -> throw new IllegalArgumentException("no such schema in Vertex AI: " + element.getClass());
        }
        return schema.build();
    }

    private static void object(JsonObjectSchema object, Schema.Builder schema) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        object.properties().forEach((name, property) -> properties.put(name, of(property)));
        schema.type(Type.Known.OBJECT)
                .properties(properties)
                .propertyOrdering(new ArrayList<>(properties.keySet()))
                .required(object.required());
    }
}
