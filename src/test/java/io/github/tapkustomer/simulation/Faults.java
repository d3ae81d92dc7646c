package io.github.tapkustomer.simulation;

import io.github.tapkustomer.simulation.api.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** What comes instead of an answer. */
final class Faults {
  private static final MediaType HTML = MediaType.get("text/html");
  private static final String GATEWAY = "<html>gateway</html>";

  private final Random random;
  private final Budgets budgets;
  private final boolean parallel;

  Faults(Random random, Budgets budgets, boolean parallel) {
    this.random = random;
    this.budgets = budgets;
    this.parallel = parallel;
  }

  /** A fault, by its place among the occurrences of faults. */
  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  Response fault(int kind, Request request, Answer answer, Instant now) throws IOException {
    boolean search = request.url().encodedPath().endsWith("/search");
    String half = answer.body().substring(0, random.nextInt(answer.body().length()));
    return switch (kind) {
      case 0 ->
          budgets
              .response(request, 429, "{}", now, search)
              .newBuilder()
              .header("Retry-After", String.valueOf(1 + random.nextInt(20)))
              .build();
      case 1 -> budgets.response(request, 429, GATEWAY, HTML, now, false);
      case 2 -> budgets.response(request, 500, "{\"message\":\"oops\"}", now, search);
      case 3 -> budgets.response(request, 502, GATEWAY, HTML, now, search && parallel);
      case 4 -> budgets.response(request, 503, "", now, search && parallel);
      case 5 -> budgets.response(request, 504, GATEWAY, HTML, now, search && parallel);
      case 6 -> budgets.response(request, 200, GATEWAY, HTML, now, search);
      case 7 -> budgets.response(request, 200, random.nextBoolean() ? "" : half, now, search);
      case 8 -> broken(budgets.response(request, 200, half, now, search));
      case 9 -> budgets.response(request, 200, answer.partial().orElse(""), now, search);
      case 10 -> throw new SocketException("Connection reset");
      case 11 -> throw new SocketTimeoutException("timeout");
      case 12 -> throw new UnknownHostException(Network.HOST);
      default -> throw new ConnectException("refused");
    };
  }

  /** What something on the way answers in the API's place. */
  Response odd(int status, Request request, Instant now) {
    boolean page = status == 403 || status == 404 || status == 425;
    return page
        ? budgets.response(request, status, GATEWAY, HTML, now, false)
        : budgets.response(request, status, "{\"message\":\"oops\"}", now, false);
  }

  /** The same, its connection ended before the end of its body. */
  private static Response broken(Response response) {
    BufferedSource cut =
        Okio.buffer(
            new ForwardingSource(response.body().source()) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long read = super.read(sink, byteCount);
                if (read < 0) {
                  throw new EOFException("unexpected end of stream");
                }
                return read;
              }
            });
    return response
        .newBuilder()
        .body(ResponseBody.create(cut, response.body().contentType(), 1_000_000))
        .build();
  }
}
