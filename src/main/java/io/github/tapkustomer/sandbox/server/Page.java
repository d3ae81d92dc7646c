package io.github.tapkustomer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.sandbox.json.JsonOut;
import java.net.URLEncoder;
import java.util.Optional;

/** The page that a request asks for, and the {@code meta} and {@code links} that answer it. */
public record Page(int number, int size, String path, String extraQuery) {
  private static final int DEFAULT_SIZE = 100;

  /** Lists give their largest page even if more is requested. */
  public static Page ofList(Request request, int largest) {
    int size = Math.min(positive(request, "pageSize", DEFAULT_SIZE), largest);
    return new Page(positive(request, "page", 1), size, request.path(), extra(request));
  }

  /** Search refuses what exceeds its limits. */
  public static Page ofSearch(Request request, int largest, int lastPage) {
    int size = positive(request, "pageSize", DEFAULT_SIZE);
    if (size > largest) {
      throw ApiError.badParameter("pageSize", "pageSize may be " + largest + " at most");
    }
    int number = positive(request, "page", 1);
    if (number > lastPage) {
      throw ApiError.badParameter(
          "page", "page may be " + lastPage + " at most: narrow the query to read further");
    }
    return new Page(number, size, request.path(), extra(request));
  }

  private static int positive(Request request, String name, int preset) {
    Optional<String> given = request.query(name);
    if (given.isEmpty()) {
      return preset;
    }
    if (!given.get().matches("[1-9][0-9]{0,6}")) {
      throw ApiError.badParameter(name, name + " must be a whole number from 1 on");
    }
    return Integer.parseInt(given.get());
  }

  private static String extra(Request request) {
    StringBuilder extra = new StringBuilder();
    request
        .query()
        .forEach(
            (name, value) -> {
              if (!name.equals("page") && !name.equals("pageSize")) {
                extra.append('&').append(URLEncoder.encode(name, UTF_8));
                extra.append('=').append(URLEncoder.encode(value, UTF_8));
              }
            });
    return extra.toString();
  }

  public int offset() {
    return (int) Math.min((long) (number - 1) * size, Integer.MAX_VALUE / 2);
  }

  private int totalPages(int total) {
    return (total + size - 1) / size;
  }

  public JsonOut meta(JsonOut out, int total) {
    out.open("meta").number("page", number).number("pageSize", size);
    return out.number("total", total).number("totalPages", totalPages(total));
  }

  /** The links of a search go on past the last page that it serves, as Kustomer's do. */
  public JsonOut links(JsonOut out, int total) {
    int last = Math.max(1, totalPages(total));
    out.open("links").text("self", link(number)).text("first", link(1));
    out.text("prev", number > 1 ? link(number - 1) : null);
    out.text("next", number < last ? link(number + 1) : null);
    return out.text("last", link(last)).close();
  }

  private String link(int page) {
    return path + "?page=" + page + "&pageSize=" + size + extraQuery;
  }
}
