using HitSongs.Tests;
using NUnit.Framework;
using NUnit.Framework.Internal;

[assembly: MoreWorkersThanProcessors]

namespace HitSongs.Tests;

/// <summary>
/// How many tests run side by side. A fixture runs by itself unless it is marked as parallelizable: torch's random numbers and threads, environment
/// variables, the console and what counts memory or time belong to the whole process. Marked are those that wait for processes of their own or compute
/// much and share nothing; since most of them wait, there is one more at a time than there are processors.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class MoreWorkersThanProcessorsAttribute() : PropertyAttribute(PropertyNames.LevelOfParallelism, Environment.ProcessorCount + 1);
