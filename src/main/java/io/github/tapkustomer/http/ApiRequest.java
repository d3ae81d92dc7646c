package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request to the API. It has only a path, since the client sends all requests to the API's
 * host.
 *
 * @param endpoint the stream it is made for; its name in logs and metrics
 * @param quota the budget it counts against
 * @param path path and query, from {@code /v1/} or another version of the API
 * @param body the JSON body of a POST; a GET has none
 */
public record ApiRequest(String endpoint, Quota quota, String path, Optional<byte[]> body) {
  private static final Pattern PATH = Pattern.compile("/v[12]/.*");
  private static final Pattern SEVERAL = Pattern.compile("[?&](pageSize|count)=(?!1(&|$))");

  public ApiRequest {
    requireNonNull(endpoint, "endpoint");
    requireNonNull(quota, "quota");
    requireNonNull(body, "body");
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("path: must start with /v1/ or /v2/, was " + path);
    }
  }

  public static ApiRequest get(String endpoint, String path) {
    return new ApiRequest(endpoint, Quota.ORGANIZATION, path, Optional.empty());
  }

  public static ApiRequest search(String endpoint, String path, byte[] body) {
    return new ApiRequest(endpoint, Quota.SEARCH, path, Optional.of(body));
  }

  /** Whether it asks for a page of several records, so that a smaller one is possible. */
  boolean asksForSeveral() {
    return SEVERAL.matcher(path).find();
  }

  /** Requests of the same kind are answered or refused alike. */
  String kind() {
    return endpoint + " " + path.split("[/?]", 4)[2];
  }

  /** A name as one segment of a path, whatever characters it has. */
  public static String segment(String name) {
    // The encoder is made for forms, in which a plus sign stands for a space.
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String method() {
    return body.isPresent() ? "POST" : "GET";
  }
}
