package io.github.tapkustomer.about;

import static io.github.tapkustomer.about.AboutFormat.CAPABILITIES;
import static io.github.tapkustomer.about.AboutFormat.DESCRIPTION;
import static io.github.tapkustomer.about.AboutFormat.NAME;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.Arrays;
import java.util.stream.Collectors;

/** For people: plain text and Markdown. */
final class AboutText {
  /** As wide as the longest name. */
  private static final String LINE = "  %-30s %s%s\n";

  private AboutText() {}

  static String text(String version) {
    StringBuilder text = new StringBuilder();
    text.append("%s %s\n%s\n\n".formatted(NAME, version, DESCRIPTION));
    text.append("Capabilities: ").append(String.join(", ", CAPABILITIES)).append('\n');
    text.append("\nSettings\n");
    Arrays.stream(Setting.values()).forEach(setting -> text.append(line(setting)));
    text.append("\nStreams\n");
    Streams.ALL.forEach(stream -> text.append(line(stream)));
    return text.toString();
  }

  static String markdown(String version) {
    StringBuilder page = new StringBuilder();
    page.append("# %s\n\n%s\n\n".formatted(NAME, DESCRIPTION));
    page.append("Version %s\n\n## Capabilities\n\n".formatted(version));
    CAPABILITIES.forEach(name -> page.append("* `").append(name).append("`\n"));
    page.append("\n## Settings\n\n").append(settingsTable());
    page.append("\n## Streams\n\n| stream | replication key | selected by default | any role of |");
    page.append("\n|---|---|---|---|\n");
    Streams.ALL.forEach(stream -> page.append(row(stream)));
    return page.toString();
  }

  /** A row for each setting; also on the page about settings. */
  static String settingsTable() {
    return Arrays.stream(Setting.values())
        .map(AboutText::row)
        .collect(
            Collectors.joining(
                "", "| setting | required | default | description |\n|---|---|---|---|\n", ""));
  }

  private static String line(Setting setting) {
    String standing =
        setting.required()
            ? " (required)"
            : setting.type().defaultText().map(value -> " (default " + value + ")").orElse("");
    return LINE.formatted(setting.key(), setting.description(), standing);
  }

  private static String line(StreamDefinition stream) {
    String how = stream.replicationKey().map(key -> "incremental by " + key).orElse("full table");
    String children = stream.parent().map(parent -> "with changed " + parent).orElse(how);
    return LINE.formatted(
        stream.name(), children, stream.selectedByDefault() ? "" : ", not selected by default");
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.names().collect(Collectors.joining("`, `")),
            setting.required() ? "yes" : "no",
            setting.type().defaultText().map(value -> "`" + value + "`").orElse(""),
            setting.description());
  }

  private static String row(StreamDefinition stream) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            stream.name(),
            stream.replicationKey().map(key -> "`" + key + "`").orElse("none"),
            stream.selectedByDefault() ? "yes" : "no",
            String.join(", ", stream.roles()));
  }
}
