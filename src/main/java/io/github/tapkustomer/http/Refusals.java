package io.github.tapkustomer.http;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer other than a good one means to the caller, and whether to believe it at once. */
final class Refusals {
  /** "Auth token associated with pod prod2 but request is being handled by prod1" */
  private static final Pattern OTHER_POD = Pattern.compile("associated with pod (prod\\d+)");

  private static final String NOT_THE_API =
      "a web page instead of JSON: a proxy, firewall or gateway between here and the API sent it";

  /** Even a refusal from the API itself may be a fault that passes, so it has to come twice. */
  private static final int HEARD = 2;

  /** An answer that is not the API's may come from anybody on the way. */
  private static final int HEARD_FROM_STRANGERS = 3;

  private Refusals() {}

  /**
   * An answer with a status other than 200.
   *
   * @throws ApiException if the page was too large, so that repeating the request would not help
   */
  static RetryableException of(
      ApiRequest request, int status, byte[] body, Duration retryAfter, Secret key) {
    String told = ApiErrors.describe(body, key);
    String answered = "the API answered " + status + detail(told);
    if (status == 413 && request.asksForSeveral()) {
      throw new ApiException(request, status, said(request, status, told));
    }
    if (isPassing(status)) {
      return RetryableException.passing(status, answered, retryAfter);
    }
    if (status < 400) {
      return RetryableException.doubtful(
          status,
          answered
              + ", a redirect, which is not followed so that the API key stays with its host; check"
              + " org_name, region or api_url",
          HEARD_FROM_STRANGERS);
    }
    if (ApiErrors.isHtml(body)) {
      return RetryableException.doubtful(
          status, "status " + status + " with " + NOT_THE_API, HEARD_FROM_STRANGERS);
    }
    return RetryableException.refusal(
        answered,
        status,
        ApiErrors.isJsonObject(body) ? HEARD : HEARD_FROM_STRANGERS,
        lasting(request, status, told));
  }

  /**
   * An answer with status 200 that its reader could not use, in the API's words if there are any.
   */
  static IOException unusable(IOException failure, byte[] body, Secret key) {
    if (ApiErrors.isHtml(body)) {
      return new IncompleteAnswerException("status 200 with " + NOT_THE_API);
    }
    String told = ApiErrors.describe(body, key);
    return told.isEmpty()
        ? failure
        : new IncompleteAnswerException("the API answered 200 with an error" + detail(told));
  }

  /** RFC 8470: a 425 asks for a retry, as do 408, 429 and all server errors. */
  private static boolean isPassing(int status) {
    return status < 300 || status == 408 || status == 425 || status == 429 || status >= 500;
  }

  private static String detail(String told) {
    return told.isEmpty() ? "" : " (" + told + ")";
  }

  private static String said(ApiRequest request, int status, String told) {
    return "%s %s answered %d%s".formatted(request.method(), request.path(), status, detail(told));
  }

  private static RuntimeException lasting(ApiRequest request, int status, String told) {
    Matcher pod = OTHER_POD.matcher(told.toLowerCase(Locale.ROOT));
    if (pod.find()) {
      return TapException.keyRefused(
          "the API key belongs to another region%s: set org_name to your organization's name, or %s"
              .formatted(detail(told), regionAdvice(pod.group(1))));
    }
    if (status == 401) {
      return TapException.keyRefused(
          ("the API key was refused with 401%s: it is wrong, revoked or expired; create one without"
                  + " expiry in Kustomer under Settings > Security > API Keys and set api_token")
              .formatted(detail(told)));
    }
    return new ApiException(request, status, said(request, status, told));
  }

  private static String regionAdvice(String pod) {
    return switch (pod) {
      case "prod1" -> "region to us";
      case "prod2" -> "region to eu";
      case "prod4" -> "region to in";
      default -> "api_url to the host of " + pod;
    };
  }
}
