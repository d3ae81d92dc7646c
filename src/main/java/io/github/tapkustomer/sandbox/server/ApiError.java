package io.github.tapkustomer.sandbox.server;

import io.github.tapkustomer.sandbox.json.JsonOut;

/** A request that the API refuses, in the words of Kustomer's error bodies. */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String sourceKind;
  private final String source;

  private ApiError(int status, String code, String message, String sourceKind, String source) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.sourceKind = sourceKind;
    this.source = source;
  }

  public static ApiError of(int status, String code, String message) {
    return new ApiError(status, code, message, null, null);
  }

  public static ApiError badParameter(String parameter, String message) {
    return new ApiError(400, "bad_request", message, "parameter", parameter);
  }

  public static ApiError badBody(String pointer, String message) {
    return new ApiError(400, "bad_request", message, "pointer", pointer);
  }

  public static ApiError notFound(String what) {
    return of(404, "not_found", what + " not found");
  }

  int status() {
    return status;
  }

  /** Kustomer has two shapes: JSON:API error objects where a part of the request is at fault. */
  public Answer answer() {
    JsonOut out = new JsonOut(256).open().openList("errors").open();
    if (source == null) {
      out.text("code", code).text("message", getMessage()).open("meta").close();
    } else {
      out.number("status", status).text("code", code).text("title", "Bad Request");
      out.text("detail", getMessage()).open("source").text(sourceKind, source).close();
    }
    return Answer.json(status, out.close().closeList().close().toByteArray());
  }
}
