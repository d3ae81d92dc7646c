/**
 * HTTP/1.1 on loopback: connections, requests, answers, error bodies, pages and a record of the
 * traffic. Knows no object of an organization.
 */
@NullMarked
package io.github.tapkustomer.sandbox.server;

import org.jspecify.annotations.NullMarked;
