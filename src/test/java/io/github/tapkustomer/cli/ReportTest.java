package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page about a run, read as a browser builds it. */
class ReportTest {
  @TempDir Path folder;
  private Sandbox sandbox = sandbox(Set.of());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void describesACompleteRun() throws Exception {
    Tap.Run run = sync("--select", "customers,tags");
    Document page = page();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    String text = page.getDocumentElement().getTextContent();
    assertThat(text).contains("Done.", "Every stream is complete.", sandbox.uri().toString());
    assertThat(row(page, "Records and requests of each stream", "customers"))
        .contains(String.valueOf(run.output().records("customers").size()), "1");
    JsonNode bookmark =
        run.output().lastState().orElseThrow().at("/bookmarks/customers/updated_at");
    assertThat(row(page, "Bookmarks before and after the run", "customers"))
        .containsExactly("none", bookmark.asText());
    assertThat(row(page, "How long each stream waited", "tags")).hasSize(3);
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(4);
    assertThat(text).contains("an even pace of 100 per minute").doesNotContain(sandbox.apiKey());
  }

  @Test
  void countsEachRequestThatTheApiGot() throws Exception {
    Path summary = folder.resolve("summary.json");
    Tap.Run run = sync("--select", "customers,tags", "--summary", summary.toString());

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    long asked = sandbox.traffic().total();
    assertThat(Tap.json(Files.readString(summary)).path("requests").asLong()).isEqualTo(asked);
    assertThat(page().getDocumentElement().getTextContent())
        .as("the greeting and discovery are among them")
        .contains("requests" + asked);
  }

  @Test
  void showsWhichStreamsUsedEachWindow() throws Exception {
    Tap.Run run = sync("--select", "customers,messages");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    long searches = sandbox.traffic().count(Traffic.Asked.SEARCH);
    long told = 0;
    for (List<String> cells : rows(page(), "Searches of each window")) {
      long used = Long.parseLong(cells.get(1).replace(" of 100", ""));
      assertThat(cells.get(2)).as("by others").isEqualTo("0");
      assertThat(cells.get(3)).as("unused").isEqualTo(String.valueOf(100 - used));
      assertThat(cells.get(4)).matches("(customers|messages) \\d+(, (customers|messages) \\d+)?");
      told += used;
    }
    assertThat(told).isEqualTo(searches);
  }

  /** Entries come and go with each page, so neither reading confirms the other. */
  @Test
  void doesNotCallAListCompleteThatNobodyCanBeSureOf() throws Exception {
    stop();
    sandbox =
        sandbox(
            SandboxOptions.defaults()
                .withMisbehaviors(Set.of(Misbehavior.MOVING_LISTS, Misbehavior.NO_TOTAL)));
    Path summary = folder.resolve("summary.json");
    Tap.Run run = sync("--select", "tags,shortcuts", "--summary", summary.toString());

    JsonNode told = Tap.json(Files.readString(summary));
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr())
        .contains("WARN tags: the list changed while it was read, twice")
        .contains("; may be incomplete");
    assertThat(told.at("/streams/0/complete").asBoolean()).isFalse();
    assertThat(told.path("whole").asBoolean()).isFalse();
  }

  @Test
  void showsNoBookmarkForAFullTable() throws Exception {
    Path summary = folder.resolve("summary.json");
    Tap.Run run = sync("--select", "routing_settings", "--summary", summary.toString());

    assertThat(run.output().lastState().orElseThrow().at("/bookmarks")).isEmpty();
    JsonNode stream = Tap.json(Files.readString(summary)).at("/streams/0");
    assertThat(stream.at("/bookmark_to/updated_at").isNull()).isTrue();
    assertThat(run.stderr())
        .containsPattern("routing_settings: 8 records \\(.* MB\\) in 1 request, no bookmark\n");
    assertThat(row(page(), "Bookmarks before and after the run", "routing_settings"))
        .containsExactly("none", "none");
  }

  @Test
  void needsNothingElseAndCanBeReadByAll() throws Exception {
    sync("--select", "tags");
    String html = Files.readString(file());
    Document page = page();

    assertThat(html)
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("<script", "@import", "url(");
    assertThat(html).contains("prefers-color-scheme: dark", "@media print", "lang=\"en\"");
    assertThat(texts(page, "h1")).hasSize(1);
    assertThat(page.getElementsByTagName("table").getLength())
        .isEqualTo(page.getElementsByTagName("caption").getLength());
    NodeList drawings = page.getElementsByTagName("svg");
    for (int i = 0; i < drawings.getLength(); i++) {
      assertThat(drawings.item(i).getAttributes().getNamedItem("aria-label").getNodeValue())
          .contains("requests");
    }
  }

  @Test
  void namesTheStreamThatIsIncomplete() throws Exception {
    sandbox.close();
    sandbox = sandbox(Set.of("org.permission.team.read"));
    List<String> arguments = Tap.on(sandbox, folder).select("teams", "tags").arguments();
    arguments.addAll(List.of("--report", file().toString()));
    Tap.Run run = Tap.run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
    assertThat(page().getDocumentElement().getTextContent())
        .contains("Incomplete: teams.", "answered 403")
        .doesNotContain("Done.");
  }

  @Test
  void isWrittenIfTheRunFailsAtOnce() throws Exception {
    List<String> arguments = Tap.at(sandbox.uri().toString(), "made-up-key", folder).arguments();
    arguments.addAll(List.of("--report", file().toString()));
    Tap.Run run = Tap.run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.KEY_REFUSED);
    assertThat(page().getDocumentElement().getTextContent())
        .contains("Failed.", "the API key was refused with 401")
        .doesNotContain("made-up-key");
  }

  @Test
  void saysWhatIsWrongWithTheSettingsAndNothingAboutAnEarlierRun() throws Exception {
    Path summary = folder.resolve("summary.json");
    sync("--select", "tags", "--summary", summary.toString());
    Tap.Run run =
        Tap.run(
            "--config", "no.json", "--report", file().toString(), "--summary", summary.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    JsonNode facts = Tap.json(Files.readString(summary));
    assertThat(facts.path("whole").asBoolean()).isFalse();
    assertThat(facts.path("failure").asText()).contains("config no.json does not exist");
    assertThat(facts.path("api_url").isNull()).isTrue();
    assertThat(facts.path("streams")).isEmpty();
    assertThat(page().getDocumentElement().getTextContent())
        .contains("Failed.", "config no.json does not exist")
        .doesNotContain("read from");
  }

  /** A killed run leaves the page like this. */
  @Test
  void saysUntilTheEndThatTheRunHasNotEnded() throws Exception {
    Path summary = Files.writeString(folder.resolve("summary.json"), "{\"whole\": true}");
    Files.writeString(file(), "of an earlier run");
    RunReporter.to(Optional.of(file()), Optional.of(summary), Timer.system());

    JsonNode facts = Tap.json(Files.readString(summary));
    assertThat(facts.path("whole").asBoolean()).isFalse();
    assertThat(facts.path("failure").asText()).isEqualTo("the run has not ended, or was killed");
    assertThat(page().getDocumentElement().getTextContent())
        .contains("Failed.", "the run has not ended, or was killed");
  }

  /** In its own thread, because an interrupt does not end a wait for a pipe. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void writesOnlyTheEndToAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(Program.of("mkfifo", pipe.toString()).run().exitCode()).isZero();
    CompletableFuture<String> told =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    sync("--select", "tags", "--summary", pipe.toString());

    assertThat(Tap.json(told.join()).path("whole").asBoolean()).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void doesNotFailTheRunIfItCannotBeWritten() throws Exception {
    Tap.Run run = sync("--select", "tags", "--summary", "/dev/full");

    assertThat(run.exitCode()).isZero();
    assertThat(run.stderr())
        .contains("WARN /dev/full could not be written: No space left on device\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--about", "--discover", "--test", "--test=schema"})
  void isRefusedIfThereIsNoSyncToReport(String option) throws Exception {
    Files.writeString(file(), "of an earlier run");

    for (String kind : List.of("--report", "--summary")) {
      Tap.Run run = Tap.run("--sandbox", option, kind, file().toString());
      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.criticalLines())
          .containsExactly(
              "CRITICAL --report and --summary describe a sync: leave them out with --about,"
                  + " --discover and --test");
      assertThat(run.stdout()).isEmpty();
    }
    assertThat(file()).hasContent("of an earlier run");
  }

  @Test
  void listsFieldsThatDifferedFromTheSchema() throws Exception {
    try (Answers answers = new Answers()) {
      answers.search(
          "customer",
          "{\"type\":\"customer\",\"id\":\"1\",\"attributes\":{\"emails\":7,\"<b>odd</b>\":1,"
              + "\"updatedAt\":\"2026-02-01T00:00:00.000Z\"}}");
      List<String> arguments = answers.tap(folder).select("customers").arguments();
      arguments.addAll(List.of("--report", file().toString()));
      Tap.run(arguments.toArray(String[]::new));

      assertThat(row(page(), "Fields that differ", "customers")).isNotEmpty();
      assertThat(page().getDocumentElement().getTextContent())
          .contains("variant", "left out", "<b>odd</b>");
    }
  }

  @Test
  void refusesAPlaceThatCannotBeWritten() {
    Tap.Run run = Tap.run("--sandbox", "--report", folder.resolve("no/such/page.html").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stderr()).startsWith("CRITICAL --report: no file can be written at ");
    assertThat(run.stdout()).isEmpty();
  }

  private Tap.Run sync(String... options) {
    List<String> arguments = Tap.on(sandbox, folder).arguments();
    arguments.addAll(List.of("--report", file().toString()));
    arguments.addAll(List.of(options));
    return Tap.run(arguments.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("run.html");
  }

  /** The page is XML too, except for two tags without an end. */
  private Document page() throws Exception {
    String html = Files.readString(file()).replaceAll("<meta ([^>]*)>", "<meta $1/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replaceFirst("<!doctype html>", ""))));
  }

  /** The cells after a row's head, in the table with this caption. */
  private static List<String> row(Document page, String caption, String head) {
    return rows(page, caption).stream()
        .filter(cells -> cells.get(0).equals(head))
        .findFirst()
        .map(cells -> cells.subList(1, cells.size()))
        .orElseThrow(() -> new AssertionError("no row " + head + " in a table " + caption));
  }

  /** All rows of the table with this caption, without its head. */
  private static List<List<String>> rows(Document page, String caption) {
    List<List<String>> cells = new ArrayList<>();
    NodeList tables = page.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      if (tables.item(i).getTextContent().startsWith(caption)) {
        NodeList rows = ((Element) tables.item(i)).getElementsByTagName("tr");
        for (int j = 1; j < rows.getLength(); j++) {
          cells.add(children(rows.item(j)));
        }
      }
    }
    return cells;
  }

  private static List<String> children(Node node) {
    List<String> texts = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      texts.add(child.getTextContent());
    }
    return texts;
  }

  private static List<String> texts(Document page, String tag) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = page.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static Sandbox sandbox(Set<String> withheld) {
    return sandbox(SandboxOptions.defaults().withWithheldRoles(withheld));
  }

  private static Sandbox sandbox(SandboxOptions options) {
    return Sandbox.start(options, Organization.generate(4, 30, java.time.Clock.systemUTC()));
  }
}
