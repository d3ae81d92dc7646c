/**
 * What takes a request for each of many objects: children of what a search finds, and details of
 * the objects of a short list. If one object is refused or fails, the others are still read.
 */
@NullMarked
package io.github.tapkustomer.read.object;

import org.jspecify.annotations.NullMarked;
