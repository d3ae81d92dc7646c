package io.github.tapkustomer.about;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.config.Limits;
import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.config.ValueType;
import java.math.BigDecimal;
import java.util.List;

/** The settings as a JSON Schema; other forms that are read too, such as "300", are not in it. */
final class SettingsSchema {
  private SettingsSchema() {}

  static ObjectNode of(List<Setting> settings) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    settings.forEach(setting -> properties.set(setting.key(), property(setting)));
    settings.stream()
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
    property.put("title", SettingTitle.of(setting));
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
    };
  }

  private static void add(Limits limits, ObjectNode property) {
    property.put(limits.aboveMinimum() ? "exclusiveMinimum" : "minimum", plain(limits.minimum()));
    property.put("maximum", plain(limits.maximum()));
  }

  private static void addDefault(ValueType type, String text, ObjectNode property) {
    switch (type.kind()) {
      case STRING, DATE_TIME -> property.put("default", text);
      case INTEGER, NUMBER -> property.put("default", new BigDecimal(text));
      case BOOLEAN -> property.put("default", Boolean.parseBoolean(text));
    }
  }

  private static BigDecimal plain(double number) {
    return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
  }
}
