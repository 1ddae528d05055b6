namespace Rushes.Studio.Api;

/// <summary>Marks an operation whose request is a picture or a piece of music rather than JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FileBodyAttribute : Attribute;
