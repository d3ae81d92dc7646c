package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** The JSON that Kustomer may send, without limits on the length of values. */
public final class JsonFormat {
  private static final int DEEPEST = 10_000;

  public static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private JsonFormat() {}

  /**
   * A slower parser that also accepts text that is not Unicode: names with half a surrogate pair,
   * and bytes that are not UTF-8. Both become U+FFFD.
   */
  public static JsonParser lenient(InputStream body) throws IOException {
    return FACTORY.createParser(mended(body, new LongAdder()));
  }

  /**
   * The body with U+FFFD in place of whatever is not Unicode.
   *
   * @param replaced counts the escaped halves of surrogate pairs that are replaced
   */
  public static InputStream mended(InputStream body, LongAdder replaced) {
    Reader text = new InputStreamReader(body, StandardCharsets.UTF_8);
    return new Utf8Input(new PairedEscapes(text, replaced));
  }
}
