package io.github.tapkustomer.http;

import io.github.tapkustomer.TapException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a status other than 200 means to the one who asked. */
final class Refusals {
  /** "Auth token associated with pod prod2 but request is being handled by prod1" */
  private static final Pattern OTHER_POD = Pattern.compile("associated with pod (prod\\d+)");

  private Refusals() {}

  static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  static RuntimeException lasting(ApiRequest request, int status, String told) {
    String detail = told.isEmpty() ? "" : " (" + told + ")";
    Matcher pod = OTHER_POD.matcher(told.toLowerCase(Locale.ROOT));
    if (pod.find()) {
      return TapException.keyRefused(
          "the API key belongs to another region%s: set org_name to your organisation's name, or %s"
              .formatted(detail, regionAdvice(pod.group(1))));
    }
    if (status == 401) {
      return TapException.keyRefused(
          ("the API key was refused with 401%s: it is wrong, revoked or expired; create one without"
                  + " expiry in Kustomer under Settings > Security > API Keys and set api_token")
              .formatted(detail));
    }
    if (status >= 300 && status < 400) {
      return TapException.apiGaveUp(
          ("%s %s answered %d, a redirect, which is not followed so that the API key stays with its"
                  + " host: check org_name, region or api_url")
              .formatted(request.method(), request.path(), status),
          null);
    }
    return new ApiException(
        request.endpoint(),
        status,
        "%s %s answered %d%s".formatted(request.method(), request.path(), status, detail));
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
