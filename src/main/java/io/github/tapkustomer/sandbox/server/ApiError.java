package io.github.tapkustomer.sandbox.server;

import io.github.tapkustomer.sandbox.json.JsonOut;
import org.jspecify.annotations.Nullable;

/** A request that the API refuses, in the form of Kustomer's error bodies. */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String detail;
  private final @Nullable Source source;

  /** The part of the request that is at fault. */
  private record Source(String kind, String name) {}

  private ApiError(int status, String code, String message, @Nullable Source source) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = message;
    this.source = source;
  }

  public static ApiError of(int status, String code, String message) {
    return new ApiError(status, code, message, null);
  }

  public static ApiError badParameter(String parameter, String message) {
    return new ApiError(400, "bad_request", message, new Source("parameter", parameter));
  }

  public static ApiError badBody(String pointer, String message) {
    return new ApiError(400, "bad_request", message, new Source("pointer", pointer));
  }

  public static ApiError notFound(String what) {
    return of(404, "not_found", what + " not found");
  }

  int status() {
    return status;
  }

  /**
   * Kustomer has two forms: JSON:API error objects if a part of the request is at fault, and
   * another.
   */
  public Answer answer() {
    JsonOut out = new JsonOut(256).open().openList("errors").open();
    if (source == null) {
      out.text("code", code).text("message", detail).open("meta").close();
    } else {
      out.number("status", status).text("code", code).text("title", "Bad Request");
      out.text("detail", detail).open("source").text(source.kind, source.name).close();
    }
    return Answer.json(status, out.close().closeList().close().toByteArray());
  }
}
