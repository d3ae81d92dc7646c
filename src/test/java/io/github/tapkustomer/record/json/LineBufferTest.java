package io.github.tapkustomer.record.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferTest {
  private final LineBuffer lines = new LineBuffer(16);

  @Test
  void putsCommasBetweenValuesAndNowhereElse() {
    lines.raw("x:".getBytes(UTF_8));
    lines.open('{');
    lines.name(LineBuffer.label("a"));
    lines.open('[');
    word("1");
    word("2");
    lines.open('[');
    lines.close(']');
    lines.open('{');
    lines.close('}');
    lines.close(']');
    lines.name(LineBuffer.label("b\"é"));
    lines.text("c");
    lines.close('}');

    assertThat(taken()).isEqualTo("x:{\"a\":[1,2,[],{}],\"b\\\"é\":\"c\"}");
  }

  @Test
  void takesBackTheEnd() {
    lines.text("whole");
    int size = lines.size();
    lines.text("torn");
    lines.truncate(size);

    assertThat(taken()).isEqualTo("\"whole\"");
  }

  @Test
  void writesTextAsJacksonDoes() throws Exception {
    ObjectMapper json = new ObjectMapper();
    Random random = new Random(5);
    int[] bounds = {0x20, 0x80, 0x100, 0x900, 0xD800, 0x20000, 0x110000};
    for (int i = 0; i < 2_000; i++) {
      int bound = bounds[random.nextInt(bounds.length)];
      String text =
          random
              .ints(random.nextInt(3_000), 1, bound)
              .filter(point -> point < 0xD800 || point > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      lines.raw(new byte[0]);
      lines.text(text);

      assertThat(taken()).isEqualTo(json.writeValueAsString(text));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1022, 1023, 1024, 1025, 2047})
  void keepsPairsTogetherAndReplacesHalvesWhereverTheyFall(int before) {
    String pad = "x".repeat(before);
    for (String tail : new String[] {"\uD83D\uDE00", "\uD83D\uDE00y"}) {
      lines.raw(new byte[0]);
      lines.text(pad + tail);
      assertThat(taken()).isEqualTo('"' + pad + tail + '"');
    }
    for (String half : new String[] {"\uD83D", "\uDE00", "\uD83Dy", "\uDE00\uD83D"}) {
      lines.raw(new byte[0]);
      lines.text(pad + half);
      assertThat(taken()).isEqualTo('"' + pad + half.replaceAll("[\uD800-\uDFFF]", "\uFFFD") + '"');
    }
  }

  private void word(String text) {
    lines.word(text.toCharArray(), 0, text.length());
  }

  private String taken() {
    int size = lines.size();
    return new String(Arrays.copyOf(lines.exchange(new byte[16]), size), UTF_8);
  }
}
