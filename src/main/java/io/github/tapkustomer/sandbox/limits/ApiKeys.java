package io.github.tapkustomer.sandbox.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.sandbox.server.ApiError;
import java.util.Base64;
import java.util.Optional;

/** The keys that this sandbox knows. They look like Kustomer's tokens but are worth nothing. */
public final class ApiKeys {
  public static final String VALID = key("valid", "prod1");
  public static final String EXPIRED = key("expired", "prod1");
  public static final String OTHER_REGION = key("valid", "prod2");
  public static final String OTHER_NETWORK = key("restricted", "prod1");
  private static final String SCHEME = "Bearer ";

  private ApiKeys() {}

  public static void check(Optional<String> authorization) {
    String given = authorization.orElse("");
    if (!given.startsWith(SCHEME)) {
      throw ApiError.of(401, "unauthorized", "Missing or malformed Authorization header");
    }
    String key = given.substring(SCHEME.length());
    if (key.equals(EXPIRED)) {
      throw ApiError.of(401, "unauthorized", "Expired token");
    }
    if (key.equals(OTHER_REGION)) {
      throw ApiError.of(
          401,
          "unauthorized",
          "Auth token associated with pod prod2 but request is being handled by prod1");
    }
    if (key.equals(OTHER_NETWORK)) {
      throw ApiError.of(403, "forbidden", "127.0.0.1 is outside the key's CIDR ranges");
    }
    if (!key.equals(VALID)) {
      throw ApiError.of(401, "unauthorized", "Invalid token");
    }
  }

  private static String key(String name, String pod) {
    String claims =
        "{\"name\":\"sandbox-" + name + "\",\"pod\":\"" + pod + "\",\"orgName\":\"sandbox\"}";
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + encoded(claims)
        + "."
        + encoded("not signed");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
