package io.github.tapkustomer.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.discovery.Discovery;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.singer.CatalogReader;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The answers that discovery gets, a line each; the first comes again after the last. */
public final class DiscoveryInput implements FuzzInput {
  /** Discovery of an organization with a hundred klasses takes fewer. */
  private static final int ENDLESS = 2_000;

  private static final MediaType JSON = MediaType.get("application/json");

  @Override
  public void read(byte[] bytes) {
    String[] answers = new String(bytes, ISO_8859_1).split("\n", -1);
    AtomicInteger asked = new AtomicInteger();
    InProcess.Server server =
        request -> answer(request, answers[asked.getAndIncrement() % answers.length]);
    try (KustomerClient client =
        InProcess.client(options(), new FakeTimer(), () -> 0.5, new RequestListener() {}, server)) {
      ObjectNode catalog = new Discovery(client, 1, Masks.NONE).catalog(Purpose.CATALOG);
      CatalogReader.read(catalog, "the discovered catalog");
    } catch (TapException e) {
      FuzzInput.isToldOf(e, TapException.Kind.API_GAVE_UP);
    } catch (ApiException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
    }
    assertThat(asked.get()).as("requests").isLessThan(ENDLESS);
  }

  private static ClientOptions options() {
    return new ClientOptions(
        URI.create("https://made-up.api.kustomerapp.com"),
        new Secret("the-key"),
        "fuzz",
        1,
        Duration.ZERO,
        0,
        OptionalDouble.empty());
  }

  private static Response answer(Request request, String body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(body.getBytes(ISO_8859_1), JSON))
        .build();
  }
}
