package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.CheckedInFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files that a first run starts from. */
class SampleFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theCatalogIsWhatDiscoveryGivesWithEveryStreamSelected() throws Exception {
    JsonNode catalog = JSON.readTree(Tap.run("--sandbox", "--discover").stdout());
    for (JsonNode stream : catalog.path("streams")) {
      for (JsonNode entry : stream.path("metadata")) {
        if (entry.path("breadcrumb").isEmpty()) {
          ((ObjectNode) entry.path("metadata")).put("selected", true);
        }
      }
    }

    String made = JSON.writer(indented()).writeValueAsString(catalog) + "\n";
    CheckedInFile.isCurrent(Path.of("catalog.sample.json"), made, SampleFilesTest.class);
  }

  @Test
  void theConfigIsTakenWithoutAWarning() {
    Tap.Run run = Tap.run("--config", "config.sample.json", "--sandbox", "--discover");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr()).doesNotContain("WARN");
  }

  /** One element a line, so that changes read well. */
  private static DefaultPrettyPrinter indented() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
  }
}
