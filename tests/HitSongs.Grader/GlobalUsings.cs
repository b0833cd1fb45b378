global using NUnit.Framework;

