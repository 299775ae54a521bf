// Lessons are executed in processes of their own that use every core: side by side they would only slow each other down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
