package io.github.tapkustomer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An organization with nothing but notes older than two years, millions of them, in which people
 * keep writing and deleting: each third request finds one more or one less. The sandbox, which
 * looks through all notes for each page, would take hours.
 */
public final class NotesServer {
  private static final Pattern PAGE = Pattern.compile("page=(\\d+)&pageSize=(\\d+)");
  private static final Instant STARTED = Instant.now();
  private static final Instant OLDEST = Instant.now().minus(Duration.ofDays(2900));
  private static final Duration SPAN = Duration.ofDays(2100);
  private static final String BODY = "Called back, no answer. Left a message. ".repeat(10);

  private final Random random = new Random(1);
  private final int generated;
  private int[] notes;
  private int size;
  private int next;
  private long requests;

  private NotesServer(int generated) {
    this.generated = generated;
    this.notes = new int[generated + 100_000];
    this.size = generated;
    this.next = generated;
    Arrays.setAll(notes, i -> i);
  }

  /**
   * Writes {@code config.json} and {@code catalog.json} to a folder and serves until stdin ends;
   * then writes the ids that were there all the time, a line each, to {@code there.txt}, and prints
   * the requests and how many notes have come and gone.
   *
   * @param arguments folder, number of notes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    NotesServer notes = new NotesServer(Integer.parseInt(arguments[1]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", notes::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(
        folder.resolve("config.json"),
        "{\"api_url\": \"%s\", \"api_token\": \"bench\", \"start_date\": \"%s\"}"
            .formatted(url, OLDEST.minusSeconds(60)));
    Files.writeString(folder.resolve("catalog.json"), BenchServer.catalog("notes").toString());
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whoever started this holds stdin open as long as it is needed.
    }
    server.stop(0);
    notes.tell(folder.resolve("there.txt"));
    System.exit(0);
  }

  private synchronized void tell(Path file) throws IOException {
    int there = 0;
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (int i = 0; i < size; i++) {
        if (notes[i] < generated) {
          out.println("n" + notes[i]);
          there++;
        }
      }
    }
    System.out.printf("%d %d, %d%n", requests, next - generated, generated - there);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestURI().toString();
    Matcher page = PAGE.matcher(target);
    String body = "{\"data\":[],\"meta\":{\"total\":0},\"links\":{\"next\":null}}";
    if (target.startsWith("/v1/users/current")) {
      body = "{\"data\":{\"type\":\"user\",\"id\":\"u\",\"attributes\":{\"roles\":[\"org\"]}}}";
    } else if (target.startsWith("/v1/notes?") && page.find()) {
      body = page(Integer.parseInt(page.group(1)), Integer.parseInt(page.group(2)));
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-ratelimit-limit", "1000000");
    exchange.getResponseHeaders().set("x-ratelimit-remaining", "999999");
    exchange.getResponseHeaders().set("x-ratelimit-reset", "60");
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private synchronized String page(int number, int pageSize) {
    requests++;
    move();
    int from = Math.min(size, (number - 1) * pageSize);
    int to = Math.min(size, from + pageSize);
    StringBuilder json = new StringBuilder(100_000).append("{\"data\":[");
    for (int i = from; i < to; i++) {
      note(json.append(i == from ? "" : ","), notes[i]);
    }
    json.append("],\"meta\":{\"page\":").append(number).append(",\"total\":").append(size);
    String link = "\"/v1/notes?page=" + (number + 1) + "&pageSize=" + pageSize + "\"";
    return json.append("},\"links\":{\"next\":")
        .append(to < size ? link : null)
        .append("}}")
        .toString();
  }

  /** Notes leave from anywhere, and come at either end. */
  private void move() {
    switch (random.nextInt(6)) {
      case 0 -> {
        int gone = random.nextInt(size);
        System.arraycopy(notes, gone + 1, notes, gone, --size - gone);
      }
      case 1 -> {
        int at = random.nextBoolean() ? 0 : size;
        System.arraycopy(notes, at, notes, at + 1, size++ - at);
        notes[at] = next++;
      }
      default -> {}
    }
  }

  private void note(StringBuilder json, int id) {
    String at =
        id >= generated
            ? STARTED.plusMillis(id - generated).toString()
            : OLDEST.plusMillis(SPAN.toMillis() / generated * id).toString();
    json.append("{\"type\":\"note\",\"id\":\"n")
        .append(id)
        .append("\",\"attributes\":{\"body\":\"");
    json.append(BODY).append("\",\"createdAt\":\"").append(at).append("\",\"updatedAt\":\"");
    json.append(at)
        .append(
            "\"},\"relationships\":{\"conversation\":{\"data\":{\"type\":\"conversation\",\"id\":\"c");
    json.append(id / 3).append("\"}}},\"links\":{\"self\":\"/v1/notes/n").append(id).append("\"}}");
  }
}
