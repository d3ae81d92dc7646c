package io.github.tapkustomer.about;

import static io.github.tapkustomer.about.AboutFormat.CAPABILITIES;
import static io.github.tapkustomer.about.AboutFormat.DESCRIPTION;
import static io.github.tapkustomer.about.AboutFormat.NAME;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.config.ValueType;
import java.util.Arrays;
import java.util.Locale;

/** The plugin definition in YAML, like those on Meltano's hub; texts are quoted as in JSON. */
final class MeltanoPlugin {
  private MeltanoPlugin() {}

  static String print() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(NAME).append('\n');
    yaml.append("namespace: ").append(NAME.replace('-', '_')).append('\n');
    yaml.append("label: Kustomer\n");
    yaml.append("description: ").append(quoted(DESCRIPTION)).append('\n');
    yaml.append("executable: ").append(NAME).append('\n');
    yaml.append("capabilities:\n");
    CAPABILITIES.forEach(name -> yaml.append("- ").append(name).append('\n'));
    yaml.append("settings_group_validation:\n");
    Arrays.stream(Setting.values())
        .filter(Setting::required)
        .forEach(setting -> yaml.append("- - ").append(setting.key()).append('\n'));
    yaml.append("settings:\n");
    Arrays.stream(Setting.values()).forEach(setting -> append(setting, yaml));
    return yaml.toString();
  }

  private static void append(Setting setting, StringBuilder yaml) {
    ValueType type = setting.type();
    yaml.append("- name: ").append(setting.key()).append('\n');
    yaml.append("  label: ").append(quoted(setting.title())).append('\n');
    yaml.append("  kind: ").append(kind(type)).append('\n');
    if (type.secret()) {
      yaml.append("  sensitive: true\n");
    }
    type.defaultText().ifPresent(text -> yaml.append("  value: ").append(value(type, text)));
    yaml.append("  description: ").append(quoted(setting.description())).append('\n');
    if (!setting.aliases().isEmpty()) {
      yaml.append("  aliases:\n");
      setting.aliases().forEach(alias -> yaml.append("  - ").append(alias).append('\n'));
    }
    if (!type.choices().isEmpty()) {
      yaml.append("  options:\n");
      for (String choice : type.choices()) {
        yaml.append("  - label: ").append(quoted(choice.toUpperCase(Locale.ROOT))).append('\n');
        yaml.append("    value: ").append(quoted(choice)).append('\n');
      }
    }
  }

  private static String kind(ValueType type) {
    if (!type.choices().isEmpty()) {
      return "options";
    }
    return switch (type.kind()) {
      case STRING -> "string";
      case DATE_TIME -> "date_iso8601";
      case INTEGER -> "integer";
      case NUMBER -> "decimal";
      case BOOLEAN -> "boolean";
      case OBJECT -> "object";
    };
  }

  private static String value(ValueType type, String text) {
    return (type.kind() == ValueType.Kind.STRING ? quoted(text) : text) + '\n';
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
