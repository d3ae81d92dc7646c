package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.record.page.ParentPage;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.ParentPageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentPageReaderTest {
  private static ParentPage read(String body) throws IOException {
    return new ParentPageReader(Set.of()).read(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  @Test
  void keepsTheParentsIds() throws IOException {
    ParentPage page =
        read("{\"data\":[{\"id\":\"1\"},{}],\"links\":{\"next\":\"/2\"},\"errors\":[]}");

    assertThat(page.parents()).extracting(Parent::id).containsExactly("1");
    assertThat(page.summary().more()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{\"id\":\"1\"}]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{\"id\":\"1\"}}",
        "{\"data\":[],\"errors\":[{\"title\":\"busy\"}]}"
      })
  void refusesWhatIsNotAPage(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
  }
}
