package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that a catalog gives to streams. */
class CatalogNamesTest {
  @TempDir Path folder;

  @Test
  void aStreamOfAKlassIsRefusedUnderANameThatNoStreamCanHave() throws IOException {
    String catalog =
        """
        {"streams": [{"stream": "kobjects-Order", "schema": {"type": "object"}, "metadata": [
          {"breadcrumb": [], "metadata": {"selected": true, "kustomer-klass": "order"}}]}]}
        """;
    try (Answers answers = new Answers()) {
      Tap.Run run = answers.tap(folder).catalog(Tap.json(catalog)).sync();

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.criticalLines()).hasSize(1);
      assertThat(run.criticalLines().get(0))
          .contains("\"kobjects-Order\"", "\"order\"", "rename it, for example to kobjects_order");
    }
  }
}
