"""The engine written from scratch: numpy alone, forward and backward side by side, one small file a layer kind.

It is there to be read. Two conventions hold everywhere in it:

- **The batch is the last axis.** A batch of vectors is ``(features, batch)``, one of images ``(channels, height, width,
  batch)``: a node's shape, and then the batch. So a linear layer is ``y = W x + b``, as the formula has it, and one row
  of an image, over all samples, is one run of memory, which is what makes the loops over kernel positions fast. Arrays
  are turned round where they enter and leave the engine, and nowhere else.
- **A gradient may be shared.** `backward` is given the derivative of the loss by the layer's output and never writes
  to it, since another branch of the network may read the same array.
"""
