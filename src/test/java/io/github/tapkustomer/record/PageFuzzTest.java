package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.fuzz.OddJson;
import io.github.tapkustomer.fuzz.PageInput;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real pages, changed at random. */
class PageFuzzTest {
  private static final int CASES = 2_000;
  private static final List<String> CONTEXTS = List.of("customer", "conversation", "message");

  @Test
  @Timeout(300)
  void readsAnyPageOrSaysThatItIsIncomplete() throws IOException {
    List<String> pages = pages();
    List<PageInput> inputs =
        CONTEXTS.stream().map(context -> new PageInput(context + "s")).toList();
    FuzzCases.each(
        CASES,
        seed -> {
          int kind = (int) (seed % CONTEXTS.size());
          inputs.get(kind).read(new OddJson(seed).of(pages.get(kind)));
        });
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
