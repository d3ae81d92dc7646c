package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorsTest {
  private static String describe(String body) {
    return ApiErrors.describe(body.getBytes(StandardCharsets.UTF_8), new Secret("s3cret"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`errors`:[{`code`:`unauthorized`,`message`:`Expired token`,`meta`:{}}]}"
            + " | unauthorized: Expired token",
        "{`errors`:[{`status`:400,`code`:`bad`,`title`:`Bad`,`detail`:`No page`,"
            + "`source`:{`pointer`:`/page`}}]} | bad: Bad: No page: /page",
        "{`errors`:[{`title`:`Bad`,`source`:{`parameter`:`pageSize`}}]} | Bad: pageSize",
        "{`errors`:[{`code`:`a`},{`code`:`b`}]} | a: b",
        "{`errors`:[`first`,`second`]} | first: second",
        "{`error`:{`code`:`not_found`},`message`:`No such team`} | not_found: No such team",
        "{`error`:`Forbidden`} | Forbidden",
        "{`message`:`Forbidden`} | Forbidden",
        "{`errors`:[{`code`:404,`message`:`404`}]} | 404"
      })
  void quotesWhatTheBodySays(String body, String told) {
    assertThat(describe(body.replace('`', '"'))).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html><body>Bad Gateway</body></html>",
        "[]",
        "null",
        "\"text\"",
        "{}",
        "{\"errors\":[]}",
        "{\"errors\":[{\"code\":null,\"message\":\"  \"}]}",
        "{\"errors\":[{\"message\":{\"nested\":1}}]}",
        "{\"errors\":[{\"code\":"
      })
  void saysNothingIfThereIsNothing(String body) {
    assertThat(describe(body)).isEmpty();
  }

  @Test
  void quotesNothingOfDeepNesting() {
    assertThat(describe("[".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"300, 300", "301, 303"})
  void isShort(int length, int told) {
    assertThat(describe("{\"message\":\"" + "x".repeat(length) + "\"}")).hasSize(told);
  }

  @Test
  void doesNotRepeatTheKey() {
    String padding = "x".repeat(290);

    assertThat(describe("{\"message\":\"no such token s3cret\"}")).isEqualTo("no such token ****");
    assertThat(describe("{\"message\":\"" + padding + " s3cret s3cret\"}"))
        .isEqualTo(padding + " **** ****");
  }

  @Test
  void isOneLineWithoutControlCharacters() {
    assertThat(describe("{\"message\":\"a\\r\\nb\\u001b[31mc\\u0000\\u0085d\\u2028e\"}"))
        .isEqualTo("a b [31mc d e");
  }
}
