package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the README and the pages say of the program is so. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of(".github/docs");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^ *|(?:&&|;|\\|) )(?:\\S*/)?tap-kustomer( [^|>;&\\n]*)");

  /** What a reader takes in within two minutes. */
  private static final int MOST_BYTES_OF_THE_README = 12_000;

  static List<Path> pages() throws IOException {
    try (Stream<Path> found = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(README), found.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandIsOneThatTheProgramTakes(Path page) throws IOException {
    for (String command : commands(Files.readString(page))) {
      CommandLine program = Commands.line();
      program.parseArgs(command.strip().split(" +"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyRunFromASchedulerIsOneThatTheProgramTakes(Path page) throws IOException {
    for (String given : scheduled(Files.readString(page))) {
      Commands.line().parseArgs(given.split(" +"));
    }
  }

  @Test
  void findsTheCommandsOfTheReadme() throws IOException {
    String readme = Files.readString(README);

    assertThat(commands(readme)).hasSizeGreaterThan(3);
    assertThat(scheduled(readme)).hasSizeGreaterThan(2);
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.size(README)).isLessThanOrEqualTo(MOST_BYTES_OF_THE_README);
  }

  @Test
  void saysHowEveryStreamIsRead() throws IOException {
    String page = Files.readString(DOCS.resolve("reading.md"));

    assertThat(Streams.ALL.stream().map(StreamDefinition::name))
        .allSatisfy(stream -> assertThat(page).containsPattern("\n\\|[^|]*`" + stream + "`"));
  }

  @Test
  void explainsEveryExitCodeOfTheHelp() throws IOException {
    String page = Files.readString(DOCS.resolve("scheduling.md"));
    String help = Commands.line().getUsageMessage();
    List<String> codes = matches("(?m)^ +(\\d+) +\\S", help.substring(help.indexOf("Exit codes")));

    assertThat(codes).contains("0", "2", "6", "129", "130", "143");
    assertThat(codes)
        .allSatisfy(
            code -> assertThat(page).containsPattern("\n\\| (\\d+, )*" + code + "(, \\d+)* \\| "));
  }

  @Test
  void theIndexLeadsToEveryPage() throws IOException {
    String index = Files.readString(DOCS.resolve("README.md"));

    assertThat(pages().stream().filter(page -> page.startsWith(DOCS)).map(Path::getFileName))
        .filteredOn(page -> !page.equals(README))
        .allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
  }

  private static List<String> commands(String page) {
    List<String> commands = new ArrayList<>();
    for (String block : matches("(?s)```bash\\n(.*?)```", page)) {
      commands.addAll(COMMAND.matcher(block).results().map(ReadmeTest::first).toList());
    }
    return commands;
  }

  private static List<String> scheduled(String page) {
    return matches("tap-kustomer-run \\S+\\.json (-.*) -- \\S", page);
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(ReadmeTest::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
