package io.github.tapkustomer.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes bytes on between a client and a server, until it passes no more over the connections that
 * there are, as a firewall does that has forgotten them: nobody is told.
 */
final class SilentProxy extends LoopbackProxy {
  private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

  /**
   * Listens at a port of its own.
   *
   * @param target the server's port on this machine
   */
  SilentProxy(int target) throws IOException {
    super(target);
    start(this::accept);
  }

  /** The connections that there are now pass on nothing more; new ones do. */
  void fallSilent() {
    silent.addAll(open);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = client();
      Socket server = server();
      start(() -> pass(client, server));
      start(() -> pass(server, client));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] bytes = new byte[64 * 1024];
    for (int read; (read = in.read(bytes)) >= 0; ) {
      if (!silent.contains(from)) {
        out.write(bytes, 0, read);
      }
    }
  }
}
