package io.github.tapkustomer.about;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.config.Limits;
import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.config.ValueType;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.math.BigDecimal;
import java.util.List;

/**
 * The format of Meltano's SDK taps, plus the streams. The settings are a JSON Schema that names
 * only the usual form of each value, not others that the tap accepts too, such as "300".
 */
final class AboutJson {
  private static final List<Setting> SETTINGS = List.of(Setting.values());

  private AboutJson() {}

  static String print(String version) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", AboutFormat.NAME);
    root.put("description", AboutFormat.DESCRIPTION);
    root.put("version", version);
    AboutFormat.CAPABILITIES.forEach(root.putArray("capabilities")::add);
    root.set("settings", settings());
    Streams.ALL.forEach(stream -> describe(stream, root.withArray("streams").addObject()));
    return root.toPrettyString() + "\n";
  }

  private static void describe(StreamDefinition stream, ObjectNode node) {
    node.put("name", stream.name());
    stream.keyProperties().forEach(node.putArray("key_properties")::add);
    stream
        .replicationKey()
        .ifPresentOrElse(
            key -> node.put("replication_key", key), () -> node.putNull("replication_key"));
    stream.parent().ifPresent(parent -> node.put("parent", parent));
    node.put("selected_by_default", stream.selectedByDefault());
    stream.roles().forEach(node.putArray("any_role_of")::add);
  }

  private static ObjectNode settings() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    SETTINGS.forEach(setting -> properties.set(setting.key(), property(setting)));
    SETTINGS.stream()
        .filter(Setting::required)
        .forEach(setting -> schema.withArray("required").add(setting.key()));
    return schema;
  }

  private static ObjectNode property(Setting setting) {
    ValueType type = setting.type();
    ObjectNode property = JsonNodeFactory.instance.objectNode();
    if (setting.required()) {
      property.put("type", jsonType(type));
    } else {
      property.putArray("type").add(jsonType(type)).add("null");
    }
    if (type.kind() == ValueType.Kind.DATE_TIME) {
      property.put("format", "date-time");
    }
    property.put("title", setting.title());
    property.put("description", setting.description());
    type.limits().ifPresent(limits -> add(limits, property));
    if (!type.choices().isEmpty()) {
      type.choices().forEach(property.putArray("enum")::add);
      property.withArray("enum").addNull();
    }
    type.defaultText().ifPresent(text -> addDefault(type, text, property));
    if (type.secret()) {
      property.put("secret", true).put("writeOnly", true);
    }
    setting.aliases().forEach(property.withArray("aliases")::add);
    return property;
  }

  private static String jsonType(ValueType type) {
    return switch (type.kind()) {
      case STRING, DATE_TIME -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case OBJECT -> "object";
    };
  }

  private static void add(Limits limits, ObjectNode property) {
    property.put(limits.aboveMinimum() ? "exclusiveMinimum" : "minimum", plain(limits.minimum()));
    property.put("maximum", plain(limits.maximum()));
  }

  private static void addDefault(ValueType type, String text, ObjectNode property) {
    switch (type.kind()) {
      case STRING, DATE_TIME, OBJECT -> property.put("default", text);
      case INTEGER, NUMBER -> property.put("default", new BigDecimal(text));
      case BOOLEAN -> property.put("default", Boolean.parseBoolean(text));
    }
  }

  private static BigDecimal plain(double number) {
    return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
  }
}
