package io.github.tapkustomer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy that leads to one server, whatever host is asked for, and notes what it is asked.
 */
final class ConnectProxy extends LoopbackProxy {
  private final String answer;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * Listens at a port of its own.
   *
   * @param target the server's port on this machine
   * @param answer the status that it answers with; it leads on with 200 alone
   */
  ConnectProxy(int target, String answer) throws IOException {
    super(target);
    this.answer = answer;
    start(this::accept);
  }

  /** The heads of the requests that it got. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = client();
      start(() -> lead(client));
    }
  }

  private void lead(Socket client) throws IOException {
    asked.add(head(client.getInputStream()));
    client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
    if (!answer.startsWith("200")) {
      client.close();
      return;
    }
    Socket server = server();
    start(() -> server.getInputStream().transferTo(client.getOutputStream()));
    client.getInputStream().transferTo(server.getOutputStream());
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int next; (next = in.read()) >= 0; ) {
      head.write(next);
      if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(ISO_8859_1);
  }
}
