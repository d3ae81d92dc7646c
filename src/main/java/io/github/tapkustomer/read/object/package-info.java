/**
 * What takes a request for each of many objects: children of what a search finds, and details of
 * the objects of a short list. An object that is refused or fails keeps no other from being read.
 */
@NullMarked
package io.github.tapkustomer.read.object;

import org.jspecify.annotations.NullMarked;
