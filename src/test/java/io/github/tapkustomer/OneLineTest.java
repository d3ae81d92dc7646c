package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void replacesWhatWouldBreakOrHidePartOfALine() {
    assertThat(OneLine.of(" a\r\nb\u001b[31m\u2028c\u202ed ")).isEqualTo("a b [31m c d");
  }

  @Test
  void shortensLongText() {
    assertThat(OneLine.of("x".repeat(300))).hasSize(300);
    assertThat(OneLine.of("x".repeat(301))).isEqualTo("x".repeat(300) + "...");
    assertThat(OneLine.quoted("abcdef", 3)).isEqualTo("\"abc...\"");
  }

  @Test
  void listsTheFirstTen() {
    List<String> ten = Collections.nCopies(10, "x");

    assertThat(OneLine.list(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(OneLine.list(ten)).isEqualTo(String.join(", ", ten));
    assertThat(OneLine.list(Collections.nCopies(12, "x")))
        .isEqualTo(String.join(", ", ten) + " and 2 more");
  }

  @Test
  void quotesANameOrAValue() {
    assertThat(OneLine.quoted(" a\tb")).isEqualTo("\" a b\"");
    assertThat(OneLine.quoted("x".repeat(81))).isEqualTo('"' + "x".repeat(80) + "...\"");
  }
}
