package io.github.tapkustomer.about;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.StreamDefinition;

/** The introduction as a page of documentation. */
final class AboutMarkdown {
  private final About about;

  AboutMarkdown(About about) {
    this.about = about;
  }

  String print() {
    StringBuilder page = new StringBuilder();
    page.append("# %s\n\n%s\n\n".formatted(about.name(), about.description()));
    page.append("Version %s\n\n## Capabilities\n\n".formatted(about.version()));
    about.capabilities().forEach(name -> page.append("* `").append(name).append("`\n"));
    page.append("\n## Settings\n\n| setting | required | default | description |\n");
    page.append("|---|---|---|---|\n");
    about.settings().forEach(setting -> page.append(row(setting)));
    page.append("\n## Streams\n\n| stream | replication key | selected by default | any role of |");
    page.append("\n|---|---|---|---|\n");
    about.streams().forEach(stream -> page.append(row(stream)));
    return page.toString();
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
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
