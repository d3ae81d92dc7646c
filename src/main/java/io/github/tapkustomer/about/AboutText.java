package io.github.tapkustomer.about;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.StreamDefinition;

/** The introduction for people in a terminal. */
final class AboutText {
  private final About about;

  AboutText(About about) {
    this.about = about;
  }

  String print() {
    StringBuilder text = new StringBuilder();
    text.append("%s %s\n%s\n\n".formatted(about.name(), about.version(), about.description()));
    text.append("Capabilities: ").append(String.join(", ", about.capabilities())).append('\n');
    text.append("\nSettings\n");
    about.settings().forEach(setting -> text.append(line(setting)));
    text.append("\nStreams\n");
    about.streams().forEach(stream -> text.append(line(stream)));
    return text.toString();
  }

  private static String line(Setting setting) {
    String standing =
        setting.required()
            ? " (required)"
            : setting.type().defaultText().map(value -> " (default " + value + ")").orElse("");
    return "  %-25s %s%s\n".formatted(setting.key(), setting.description(), standing);
  }

  private static String line(StreamDefinition stream) {
    String how = stream.replicationKey().map(key -> "incremental by " + key).orElse("full table");
    String children = stream.parent().map(parent -> "with changed " + parent).orElse(how);
    return "  %-25s %s%s\n"
        .formatted(
            stream.name(), children, stream.selectedByDefault() ? "" : ", not selected by default");
  }
}
