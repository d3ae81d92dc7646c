package io.github.tapkustomer.sandbox.server;

import io.github.tapkustomer.sandbox.faults.Fault;
import java.util.Arrays;
import java.util.Map;

/** How a fault changes an answer. */
public final class FaultyAnswers {
  private FaultyAnswers() {}

  public static Answer of(Fault fault, Answer answer) {
    return switch (fault) {
      case INTERNAL_ERROR -> error(500, "internal_error", "Something went wrong");
      case BAD_GATEWAY -> gateway(502, "Bad Gateway");
      case UNAVAILABLE -> error(503, "service_unavailable", "Try again later");
      case UNAVAILABLE_A_WHILE ->
          error(503, "service_unavailable", "Try again later").with(Map.of("Retry-After", "1"));
      case GATEWAY_TIMEOUT -> gateway(504, "Gateway Time-out");
      case RATE_LIMITED ->
          error(429, "rate_limited", "Too many requests").with(Map.of("Retry-After", "1"));
      case HTML_PAGE -> gateway(200, "Welcome");
      case WRONG_TYPE -> answer.with(Map.of("Content-Type", "text/plain"));
      case EMPTY_BODY -> answer.withBody(new byte[0]);
      case NOT_JSON -> answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
      case CUT_SHORT,
          CUT_SHORT_UNTOLD,
          TIMED_OUT,
          DROPPED,
          RESET,
          RESET_MIDWAY,
          HANG,
          HANG_MIDWAY ->
          answer;
    };
  }

  private static Answer error(int status, String code, String message) {
    return ApiError.of(status, code, message).answer();
  }

  private static Answer gateway(int status, String reason) {
    String title = status + " " + reason;
    return Answer.html(
        status,
        "<html><head><title>"
            + title
            + "</title></head><body><h1>"
            + reason
            + "</h1></body>"
            + "</html>\n");
  }
}
