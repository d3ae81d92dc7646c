package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README says of the program is so. */
class ReadmeTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^|(?:&&|;|\\|) )(?:\\S*/)?tap-kustomer( [^|>;&\\n]*)");

  private final String readme = Files.readString(Path.of("README.md"));

  ReadmeTest() throws IOException {}

  @Test
  void everyCommandOfItIsOneThatTheProgramTakes() {
    List<String> commands = commands();

    assertThat(commands).hasSizeGreaterThan(4);
    for (String command : commands) {
      CommandLine program = Commands.line(OutputStream.nullOutputStream());
      program.parseArgs(command.strip().split(" +"));
    }
  }

  @Test
  void everyRunOfItFromCronIsOneThatTheProgramTakes() {
    List<String> options = matches("tap-kustomer-run \\S+\\.json (-.*) -- \\S", readme);

    assertThat(options).hasSizeGreaterThan(1);
    for (String given : options) {
      Commands.line(OutputStream.nullOutputStream()).parseArgs(given.split(" +"));
    }
  }

  private List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String block : matches("(?s)```bash\\n(.*?)```", readme)) {
      commands.addAll(COMMAND.matcher(block).results().map(found -> found.group(1)).toList());
    }
    return commands;
  }

  @Test
  void namesEveryStream() {
    String streams = section("Streams");

    assertThat(Streams.ALL.stream().map(StreamDefinition::name))
        .allSatisfy(stream -> assertThat(streams).containsPattern("\n\\|[^|]*`" + stream + "`"));
  }

  @Test
  void namesEverySetting() {
    String settings = section("Settings");

    assertThat(Arrays.stream(Setting.values()).map(Setting::key))
        .allSatisfy(key -> assertThat(settings).contains("| `" + key + "`"));
  }

  @Test
  void namesEveryExitCodeOfTheHelp() {
    String help = Commands.line(OutputStream.nullOutputStream()).getUsageMessage();
    List<String> codes = matches("(?m)^ +(\\d+) +\\S", help.substring(help.indexOf("Exit codes")));

    assertThat(codes).contains("0", "2", "6", "129", "130", "143");
    assertThat(codes).allSatisfy(code -> assertThat(readme).contains("\n| " + code + " | "));
  }

  @Test
  void leadsToFilesThatAreThere() {
    assertThat(matches("\\]\\((?!https?:|#)([^)#]+)", readme))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  private String section(String title) {
    int start = readme.indexOf("\n## " + title + "\n");
    assertThat(start).as("the section %s", title).isNotNegative();
    int end = readme.indexOf("\n## ", start + 1);
    return readme.substring(start, end < 0 ? readme.length() : end);
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(ReadmeTest::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
