namespace Rushes.Studio.Api;

/// <summary>Marks an operation whose request is a picture rather than JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PictureBodyAttribute : Attribute;
