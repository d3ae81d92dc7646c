package io.github.tapkustomer.sandbox.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests from one connection, and writes complete answers, partial ones or none. */
public final class HttpConnection {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 16_384;
  private static final int LONGEST_BODY = 1 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Clock clock;
  private boolean open = true;

  HttpConnection(Socket socket, Clock clock) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.clock = clock;
  }

  boolean isOpen() {
    return open;
  }

  /** The next request, or null if the client hung up between two requests. */
  @Nullable Request read() throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    String[] parts = first.split(" ");
    if (parts.length != 3) {
      throw new IOException("not a request line");
    }
    Map<String, String> headers = headers();
    if ("close".equalsIgnoreCase(headers.get("connection"))) {
      open = false;
    }
    return new Request(parts[0], parts[1], headers, body(headers), false);
  }

  public void send(Answer answer) throws IOException {
    send(answer, answer.body().length, true);
  }

  /** Writes half of the body; after that, the connection can only be closed. */
  public void sendHalf(Answer answer, boolean promising) throws IOException {
    send(answer, answer.body().length / 2, promising);
    open = false;
  }

  private void send(Answer answer, int bytes, boolean promising) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    head.append("Date: ").append(HTTP_DATE.format(clock.instant())).append("\r\n");
    if (promising) {
      head.append("Content-Length: ").append(answer.body().length).append("\r\n");
    }
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    out.write(answer.body(), 0, bytes);
  }

  /** Closes the connection without an answer. */
  public void drop() {
    open = false;
  }

  /** Closes the connection in a way that the client sees as a failure. */
  public void reset() throws IOException {
    open = false;
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).trim());
      }
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      throw new IOException("chunked requests are not simulated");
    }
    String length = headers.getOrDefault("content-length", "0");
    int expected;
    try {
      expected = Integer.parseInt(length);
    } catch (NumberFormatException e) {
      throw new IOException("bad Content-Length: " + length, e);
    }
    if (expected > LONGEST_BODY) {
      throw new IOException("body too long");
    }
    byte[] body = in.readNBytes(expected);
    if (body.length < expected) {
      throw new EOFException();
    }
    return body;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_LINE) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
