package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dbt package stages each stream of the tap, and only columns that the stream has. */
class DbtStagingTest {
  private static final Path STAGING = Path.of("src/dbt/models/staging");
  private static final Pattern STAGED = Pattern.compile("kustomer\\.staging\\('(\\w+)'");
  private static final Pattern COLUMN = Pattern.compile("\\('\\w+', '\\w+', '(\\w+)[\\w.]*'\\)");

  @Test
  void everyStreamHasAModelThatIsDescribed() throws IOException {
    List<String> described = names("_staging.yml", "  - name: stg_kustomer__");
    List<String> sources = names("_sources.yml", "      - name: ");
    List<String> streams = Streams.ALL.stream().map(StreamDefinition::name).toList();

    assertThat(models())
        .extracting(DbtStagingTest::stream)
        .containsExactlyInAnyOrderElementsOf(streams);
    assertThat(streams).allSatisfy(stream -> assertThat(model(stream)).exists());
    assertThat(described).containsAll(streams);
    assertThat(sources).containsExactlyInAnyOrderElementsOf(streams);
  }

  @Test
  void everyStagedColumnIsOneOfTheStream() throws IOException {
    assertThat(models())
        .isNotEmpty()
        .allSatisfy(
            model -> {
              StreamDefinition stream = Streams.find(stream(model)).orElseThrow();
              List<String> staged =
                  COLUMN.matcher(model).results().map(DbtStagingTest::name).toList();
              assertThat(staged).as(stream.name()).isNotEmpty();
              assertThat(stream.schema().path("properties").fieldNames())
                  .toIterable()
                  .as(stream.name())
                  .containsAll(staged);
            });
  }

  private static Path model(String stream) {
    return STAGING.resolve("stg_kustomer__" + stream + ".sql");
  }

  /** The SQL of the models that read a stream's table. */
  private static List<String> models() throws IOException {
    try (Stream<Path> files = Files.list(STAGING)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(DbtStagingTest::text)
          .filter(sql -> STAGED.matcher(sql).find())
          .toList();
    }
  }

  private static String stream(String sql) {
    return STAGED.matcher(sql).results().map(DbtStagingTest::name).findFirst().orElseThrow();
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  private static List<String> names(String file, String prefix) {
    return text(STAGING.resolve(file))
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
