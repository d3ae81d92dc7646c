package io.github.tapkustomer.simulation.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * One page of what was found.
 *
 * @param next whether another page follows
 */
record Page(int number, int size, List<Shown> shown, int found, boolean next) {

  static Page of(HttpUrl url, List<Shown> found, int largest) {
    int number = number(url, "page", 1);
    int size = Math.min(number(url, "pageSize", 100), largest);
    int from = Math.min(found.size(), (number - 1) * size);
    int to = Math.min(found.size(), from + size);
    return new Page(number, size, found.subList(from, to), found.size(), to < found.size());
  }

  static int number(HttpUrl url, String parameter, int otherwise) {
    String text = url.queryParameter(parameter);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  String body(Optional<Integer> total, String included) {
    String counted = total.map(count -> ",\"total\":" + count).orElse("");
    return "{\"meta\":{\"page\":%d,\"pageSize\":%d%s},%s,\"data\":[%s]%s}"
        .formatted(number, size, counted, links(), data(shown), included);
  }

  /** Half of it, as a search gives it that ran out of time. */
  String partial() {
    return "{\"meta\":{\"timed_out\":true,\"total\":%d},%s,\"data\":[%s]}"
        .formatted(found / 2, links(), data(shown.subList(0, shown.size() / 2)));
  }

  String withoutLinks(String body) {
    return body.replace(links() + ",", "");
  }

  private String links() {
    return "\"links\":{\"next\":%s}".formatted(next ? "\"/next\"" : "null");
  }

  static String data(List<Shown> shown) {
    return shown.stream().map(Shown::json).collect(Collectors.joining(","));
  }
}
