// Sends a program's requests for Google's hosts to stand-ins on this machine: clasp has no setting for it.
const http = require('node:http');
const https = require('node:https');

const standIns = JSON.parse(process.env.STAND_INS ?? '{}');

https.request = (address, options = {}, answered = undefined) => {
  const url = new URL(address);
  const standIn = standIns[url.hostname];
  if (!standIn) throw new Error(`${url.hostname} has no stand-in`);
  const { method, headers } = options;
  return http.request(new URL(url.pathname + url.search, standIn), { method, headers }, answered);
};
