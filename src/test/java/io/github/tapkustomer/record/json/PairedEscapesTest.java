package io.github.tapkustomer.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedEscapesTest {
  private static String read(String text) throws IOException {
    StringWriter out = new StringWriter();
    new PairedEscapes(new StringReader(text), new LongAdder()).transferTo(out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, \\uFFFD",
    "\\uDFFFx, \\uFFFDx",
    "\\ud83d\\ude00, \\ud83d\\ude00",
    "\\ud83d\\ud83d\\ude00, \\uFFFD\\ud83d\\ude00",
    "\\ude00\\ud83d, \\uFFFD\\uFFFD",
    "\\ud83d\\n, \\uFFFD\\n",
    "\\\\ud800, \\\\ud800",
    "\\\\\\ud800, \\\\\\uFFFD",
    "\\ud83d\\\\ude00, \\uFFFD\\\\ude00",
    "\\u00e4\\t\\\", \\u00e4\\t\\\""
  })
  void replacesHalvesThatStandAlone(String text, String mended) throws IOException {
    assertThat(read(text)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource({"\\", "\\u", "\\ud8", "\\ud83d\\ude0", "\\uxyzw", "\\u+d80"})
  void keepsWhatIsNotACompleteEscape(String text) throws IOException {
    assertThat(read(text)).isEqualTo(text.replace("\\ud83d", "\\uFFFD"));
  }

  @Test
  void givesAsMuchAsIsAskedForWhereverAnEscapeIs() throws IOException {
    String text = "\\ud800\\ud83d\\ude00\\n".repeat(1000);
    assertThat(read(text)).isEqualTo(text.replace("\\ud800", "\\uFFFD"));
  }
}
