package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.fuzz.OddJson;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real pages, changed at random: a page is read, or it is no whole page; lines are never torn. */
class PageFuzzTest {
  private static final int CASES = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);
  private static final List<String> CONTEXTS = List.of("customer", "conversation", "message");

  @Test
  @Timeout(120)
  void readsAnyPageOrSaysThatItIsNoWholeOne() throws IOException {
    List<String> pages = pages();
    FuzzCases.each(
        CASES,
        seed -> {
          int kind = (int) (seed % CONTEXTS.size());
          byte[] body = new OddJson(seed).of(pages.get(kind));
          Encoding encoding = Encoding.of(CONTEXTS.get(kind) + "s");
          for (int attempt = 0; attempt < 2; attempt++) {
            try {
              encoding.read(new ByteArrayInputStream(body));
            } catch (IOException notWhole) {
              // Would be asked for again; what came before it stands.
            }
          }
          check(encoding);
        });
  }

  private static void check(Encoding encoding) throws IOException {
    String text = encoding.text();
    assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
    for (String line : text.split("\n")) {
      if (!line.isEmpty()) {
        JsonNode message = JSON.readTree(line);
        assertThat(message.path("type").asText()).isEqualTo("RECORD");
        assertThat(message.path("record").isObject()).isTrue();
      }
    }
    JsonNode schema = JSON.readTree(encoding.plan().schemaLine());
    assertThat(schema.path("type").asText()).isEqualTo("SCHEMA");
  }

  private static List<String> pages() throws IOException {
    Organization organization = Organization.generate(7, 12, Clock.systemUTC());
    List<String> pages = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      for (String context : CONTEXTS) {
        URI search = sandbox.uri().resolve("/v1/customers/search?page=1&pageSize=4");
        HttpURLConnection request = (HttpURLConnection) search.toURL().openConnection();
        request.setRequestProperty("Authorization", "Bearer " + sandbox.apiKey());
        request.setDoOutput(true);
        request.getOutputStream().write(("{\"queryContext\":\"" + context + "\"}").getBytes(UTF_8));
        try (InputStream in = request.getInputStream()) {
          pages.add(new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return pages;
  }
}
