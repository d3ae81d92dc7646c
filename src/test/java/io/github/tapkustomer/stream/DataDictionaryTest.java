package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.CheckedInFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

  @Test
  void theDictionaryIsThatOfTheSchemas() throws Exception {
    Path file = Path.of(".github/docs/streams.md");
    CheckedInFile.isCurrent(file, DataDictionary.ofAll(), DataDictionaryTest.class);
  }

  @Test
  void itSaysOfEveryStreamWhoElseHasIt() {
    assertThat(Streams.ALL)
        .allSatisfy(
            stream ->
                assertThat(DataDictionary.ELSEWHERE.path(stream.name()))
                    .as(stream.name())
                    .hasSize(4));
    assertThat(DataDictionary.ofAll())
        .contains("\n| [customers](#customers) | yes | Stitch, Meltano, Fivetran, Glue |\n")
        .contains("\n| [work_items](#work_items) | no | none of these |\n");
  }

  @Test
  void saysTypesFormatsAndWhatIsNested() {
    assertThat(DataDictionary.ofAll())
        .contains(
            "\n## customers\n\nKey `id`, replicated by `updated_at`, ",
            "\n## slas\n\nKey `id`, read in full by each run, ",
            "\n## attachments\n\nKey `id`, read with each of `conversations` that changed, ",
            "\n| `id` | string | |\n",
            "\n| `updated_at` | string | date-time |\n",
            "\n| `tags` | array of string | |\n",
            "\n| `sentiment.confidence` | number | |\n",
            "\n| `suggested_tags` | array of object | |\n",
            "\n| `suggested_tags[].confidence` | number | |\n");
  }
}
